// Devices logged in, now or once. `closed_at` is 0 while open.
import type { DeviceSessionCell } from '@skein/domain'
import { read, stored } from './stored-cell.ts'
import { table } from './table.ts'

export const deviceSessions = table('device_sessions', {
  key: { app_id: 'text', user_id: 'text', session_id: 'text' },
  columns: { device_id: 'text', platform: 'text', opened_at: 'bigint', expires_at: 'bigint', closed_at: 'bigint' },
  keeps: 'last',
})

export const deviceSessionCell = stored<DeviceSessionCell>()({
  key: ['app_id', 'user_id', 'session_id'],
  reads: [read(deviceSessions, 'device_id', 'platform', 'opened_at', 'expires_at', 'closed_at')],
  cellOf: ([session]) => ({
    kind: 'device-session',
    deviceId: session.device_id,
    platform: session.platform,
    openedAt: session.opened_at,
    expiresAt: session.expires_at,
    closedAt: session.closed_at,
  }),
  writes: (write) => [
    write(deviceSessions, {
      rowOf: ({ key, cell: { deviceId, platform, openedAt, expiresAt, closedAt }, at }) => ({
        ...key,
        device_id: deviceId,
        platform,
        opened_at: openedAt,
        expires_at: expiresAt,
        closed_at: closedAt,
        ...at,
      }),
    }),
  ],
})
