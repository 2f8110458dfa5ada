import { cast } from '../cast.js';
import { daysBefore, type Story } from '../story.js';

const { agent, dispatcher, clerk, handler, otherHandler, wu, zheng } = cast;

/** Contacted within half an hour, and on the way to the site. */
export const nightNoise: Story = {
  id: 'night-noise',
  call: {
    channel: 'phone',
    type: 'complaint',
    matter: 'noise-construction-night',
    content: '沿河路工地连着几晚通宵打桩，今早还没有停，老人孩子都没法睡，请马上派人来看。',
    place: { district: 'dongkeng', street: '东坑镇', address: '沿河路 12 号工地' },
    urgent: true,
    applicant: wu.id,
    caller: { name: '吴女士', phone: '13800002468' },
  },
  registered: { at: daysBefore(0, '09:28'), by: agent },
  steps: [
    { at: daysBefore(0, '09:30'), type: 'dispatch', data: {}, by: dispatcher },
    { at: daysBefore(0, '09:32'), type: 'sign', data: {}, by: clerk },
    { at: daysBefore(0, '09:33'), type: 'accept', data: {}, by: handler },
    {
      at: daysBefore(0, '09:50'),
      type: 'contactCitizen',
      data: { method: 'phone', reached: true, note: '已说明正赶往现场' },
      by: handler,
    },
  ],
};

/** Contacted, on site, and promised: the tree is off the road, the rest follows by Wednesday. */
export const fallenTree: Story = {
  id: 'fallen-tree',
  call: {
    channel: 'phone',
    type: 'help',
    matter: 'urgent-fallen-tree',
    content: '大雨后一棵大树倒在路中间，压着一根电线。',
    place: { district: 'dongkeng', street: '东坑镇', address: '东兴路文化广场旁' },
    urgent: true,
    applicant: zheng.id,
    caller: { name: '郑先生', phone: '13900001357' },
  },
  registered: { at: daysBefore(0, '07:40'), by: agent },
  steps: [
    { at: daysBefore(0, '07:43'), type: 'dispatch', data: {}, by: dispatcher },
    { at: daysBefore(0, '07:45'), type: 'sign', data: {}, by: clerk },
    { at: daysBefore(0, '07:46'), type: 'accept', data: {}, by: handler },
    { at: daysBefore(0, '07:52'), type: 'contactCitizen', data: { method: 'phone', reached: true }, by: handler },
    { at: daysBefore(0, '08:20'), type: 'arriveOnSite', data: { place: '东兴路文化广场旁' }, by: handler },
    { at: daysBefore(0, '08:50'), type: 'recordProgress', data: { text: '树干已移开，道路恢复通行。' }, by: handler },
    { at: daysBefore(0, '08:55'), type: 'promise', data: { what: '清走残枝，补种行道树' }, by: handler },
  ],
};

/** Signed, and then nobody called and nobody came: urged, and supervised up to level 2. */
export const gasSmell: Story = {
  id: 'gas-smell',
  call: {
    channel: 'phone',
    type: 'help',
    matter: 'urgent-gas-leak',
    content: '楼道里有很重的煤气味，物业电话没人接。',
    place: { district: 'nancheng', street: '南城街道', address: '元美路 5 号' },
    urgent: true,
    applicant: 'citizen-feng',
    caller: { name: '冯女士', phone: '13700009753' },
  },
  registered: { at: daysBefore(0, '08:26'), by: agent },
  steps: [
    { at: daysBefore(0, '08:29'), type: 'dispatch', data: {}, by: dispatcher },
    { at: daysBefore(0, '08:32'), type: 'sign', data: {}, by: otherHandler },
  ],
};

/** Nobody has named a matter, yet it is urgent: a rule of the city says who goes. */
export const waterInShop: Story = {
  id: 'water-in-shop',
  call: {
    channel: 'phone',
    type: 'help',
    content: '店里突然进水，门口的路也塌了一块，不知道该找谁。',
    place: { district: 'dongkeng', street: '东坑镇', address: '长安塘路 33 号' },
    urgent: true,
    applicant: 'citizen-luo',
    caller: { name: '罗先生', phone: '13600008642' },
  },
  registered: { at: daysBefore(0, '10:05'), by: agent },
  steps: [],
};
