import { cast } from '../cast.js';
import { daysBefore, type Story } from '../story.js';

const { agent, dispatcher, callback, clerk, handler, leader, police, works, wu, zheng } = cast;

/** Closed: the street lamp shines again. */
export const streetLamp: Story = {
  id: 'street-lamp',
  call: {
    channel: 'miniProgram',
    type: 'help',
    matter: 'streetlight',
    content: '巷口路灯坏了三天，晚上看不见路。',
    place: { district: 'dongkeng', street: '东坑镇', address: '初坑村二巷口' },
    applicant: zheng.id,
    caller: { name: '郑先生', phone: '13900001357' },
  },
  registered: { at: daysBefore(5, '09:05'), by: agent },
  steps: [
    { at: daysBefore(5, '09:20'), type: 'dispatch', data: {}, by: dispatcher },
    { at: daysBefore(5, '09:45'), type: 'sign', data: {}, by: works },
    { at: daysBefore(5, '09:50'), type: 'accept', data: {}, by: works },
    { at: daysBefore(5, '10:10'), type: 'contactCitizen', data: { method: 'phone', reached: true }, by: works },
    {
      at: daysBefore(4, '16:10'),
      type: 'submitReply',
      data: { result: '已更换灯头，并巡查同一条线路的其余路灯。', solved: 'yes' },
      by: works,
    },
    { at: daysBefore(4, '16:40'), type: 'approveReply', data: {}, by: leader },
    { at: daysBefore(3, '10:00'), type: 'callBack', data: { method: 'phone', reached: true }, by: callback },
    { at: daysBefore(3, '10:04'), type: 'rate', data: { solved: 'yes', satisfaction: 5, contacted: true }, by: zheng },
    { at: daysBefore(3, '10:06'), type: 'close', data: {}, by: callback },
  ],
};

/** Replied, called back, and not yet rated. */
export const loudShop: Story = {
  id: 'loud-shop',
  call: {
    channel: 'wechat',
    type: 'complaint',
    matter: 'noise-social',
    content: '楼下商铺整天用音响叫卖。',
    place: { district: 'dongkeng', street: '东坑镇', address: '骏发一路 88 号' },
    applicant: wu.id,
    caller: { name: '吴女士', phone: '13800002468' },
  },
  registered: { at: daysBefore(6, '15:10'), by: agent },
  steps: [
    { at: daysBefore(6, '15:30'), type: 'dispatch', data: {}, by: dispatcher },
    { at: daysBefore(6, '16:00'), type: 'sign', data: {}, by: police },
    { at: daysBefore(6, '16:02'), type: 'accept', data: {}, by: police },
    { at: daysBefore(6, '16:20'), type: 'contactCitizen', data: { method: 'phone', reached: true }, by: police },
    {
      at: daysBefore(3, '15:00'),
      type: 'submitReply',
      data: { result: '民警已上门劝导，商铺拆下了门口的音响，承诺不再叫卖。', solved: 'yes' },
      by: police,
    },
    { at: daysBefore(3, '16:30'), type: 'approveReply', data: {}, by: leader },
    { at: daysBefore(0, '09:40'), type: 'callBack', data: { method: 'phone', reached: true }, by: callback },
  ],
};

/** The citizen was not happy: it goes round again. */
export const streetVendors: Story = {
  id: 'street-vendors',
  call: {
    channel: 'phone',
    type: 'complaint',
    matter: 'street-vendors',
    content: '学校门口每天放学都被流动摊贩占住，孩子只能走马路。',
    place: { district: 'dongkeng', street: '东坑镇', address: '中心小学门口' },
    applicant: 'citizen-he',
    caller: { name: '何女士', phone: '13500007531' },
  },
  registered: { at: daysBefore(12, '16:30'), by: agent },
  steps: [
    { at: daysBefore(12, '16:50'), type: 'dispatch', data: {}, by: dispatcher },
    { at: daysBefore(12, '17:05'), type: 'sign', data: {}, by: clerk },
    { at: daysBefore(12, '17:06'), type: 'accept', data: {}, by: handler },
    { at: daysBefore(12, '17:20'), type: 'contactCitizen', data: { method: 'phone', reached: true }, by: handler },
    {
      at: daysBefore(6, '11:00'),
      type: 'submitReply',
      data: { result: '已清理一次，并告知摊贩不得占道。', solved: 'yes' },
      by: handler,
    },
    { at: daysBefore(6, '11:30'), type: 'approveReply', data: {}, by: leader },
    { at: daysBefore(4, '15:00'), type: 'callBack', data: { method: 'phone', reached: true }, by: callback },
    {
      at: daysBefore(4, '15:03'),
      type: 'rate',
      data: { solved: 'no', satisfaction: 2, contacted: true, remark: '第二天又摆出来了' },
      by: callback,
    },
    {
      at: daysBefore(4, '15:10'),
      type: 'redispatch',
      data: { reason: '群众反映第二天又占道，请安排放学时段值守。' },
      by: callback,
    },
    { at: daysBefore(4, '15:40'), type: 'sign', data: {}, by: clerk },
    { at: daysBefore(4, '15:42'), type: 'accept', data: {}, by: handler },
    {
      at: daysBefore(3, '17:10'),
      type: 'recordProgress',
      data: { text: '已排放学时段值守表，今日起执行。' },
      by: handler,
    },
  ],
};

/** Answered by the handler, and waiting for the leader's approval. */
export const dust: Story = {
  id: 'dust',
  call: {
    channel: 'app',
    type: 'complaint',
    matter: 'dust',
    content: '工地车辆出门不冲洗，整条街都是灰。',
    place: { district: 'dongkeng', street: '东坑镇', address: '科技路中段' },
    applicant: 'citizen-liang',
    caller: { name: '梁先生', phone: '13400006420' },
  },
  registered: { at: daysBefore(4, '10:30'), by: agent },
  steps: [
    { at: daysBefore(4, '10:50'), type: 'dispatch', data: {}, by: dispatcher },
    { at: daysBefore(4, '11:10'), type: 'sign', data: {}, by: clerk },
    { at: daysBefore(4, '11:12'), type: 'accept', data: {}, by: handler },
    { at: daysBefore(4, '11:30'), type: 'contactCitizen', data: { method: 'phone', reached: true }, by: handler },
    {
      at: daysBefore(0, '09:55'),
      type: 'submitReply',
      data: { result: '工地已启用洗车槽，出口每日冲洗两次；我局每周抽查。', solved: 'yes' },
      by: handler,
    },
  ],
};

/** Dispatched to another town, and not yet signed. */
export const nightStalls: Story = {
  id: 'night-stalls',
  call: {
    channel: 'web',
    type: 'complaint',
    matter: 'street-vendors',
    content: '人行道被夜宵摊占满。',
    place: { district: 'nancheng', street: '南城街道', address: '西平二路' },
    applicant: 'citizen-xie',
    caller: { name: '谢女士', phone: '13300005318' },
  },
  registered: { at: daysBefore(0, '09:02'), by: agent },
  steps: [{ at: daysBefore(0, '09:15'), type: 'dispatch', data: {}, by: dispatcher }],
};
