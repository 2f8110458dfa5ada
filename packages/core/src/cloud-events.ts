export { type CloudEvent, type CloudEventOptions, toCloudEvent } from './interop/cloud-event.js';
