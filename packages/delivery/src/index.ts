export { createDelivery } from './delivery.ts'
export type { DeliveryLimits } from './delivery-limits.ts'
