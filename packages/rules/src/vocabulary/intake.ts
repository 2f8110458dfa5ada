import type { Words } from './label.js';

/** Ways in which a citizen reaches the hotline. A pack may declare more in its `pack.json`. */
export const CHANNELS = {
  phone: { zh: '电话', en: 'Phone' },
  sms: { zh: '短信', en: 'SMS' },
  web: { zh: '网站', en: 'Web' },
  wechat: { zh: '微信', en: 'WeChat' },
  miniProgram: { zh: '小程序', en: 'Mini program' },
  app: { zh: '移动应用', en: 'App' },
  mailbox: { zh: '市长信箱', en: "Mayor's mailbox" },
  nationalPlatform: { zh: '中国政府网', en: 'National platform' },
  peopleBoard: { zh: '人民网留言板', en: "People's Daily board" },
  media: { zh: '媒体', en: 'Media' },
  counter: { zh: '综窗', en: 'Service counter' },
  kiosk: { zh: '自助终端', en: 'Kiosk' },
  video: { zh: '视频', en: 'Video' },
  grid: { zh: '网格', en: 'Grid' },
  emergencyLine: { zh: '110等紧急热线', en: 'Emergency line' },
  leaderDay: { zh: '领导接听', en: 'Leader answering day' },
  enterpriseLine: { zh: '企业专线', en: 'Enterprise line' },
  import: { zh: '导入', en: 'Import' },
} as const satisfies Words;

/** A channel that every pack knows. */
export type Channel = keyof typeof CHANNELS;

/** What a citizen wants. */
export const TICKET_TYPES = {
  consult: { zh: '咨询', en: 'Consultation' },
  help: { zh: '求助', en: 'Request for help' },
  complaint: { zh: '投诉', en: 'Complaint' },
  report: { zh: '举报', en: 'Report of wrongdoing' },
  suggestion: { zh: '建议', en: 'Suggestion' },
  praise: { zh: '表扬', en: 'Praise' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Words;

/** The type of a ticket. */
export type TicketType = keyof typeof TICKET_TYPES;

/** The citizen's answer to "is it solved?". */
export const SOLVED_ANSWERS = {
  yes: { zh: '已解决', en: 'Solved' },
  partly: { zh: '部分解决', en: 'Partly solved' },
  no: { zh: '未解决', en: 'Not solved' },
} as const satisfies Words;

/** Whether the citizen calls the matter solved. */
export type SolvedAnswer = keyof typeof SOLVED_ANSWERS;
