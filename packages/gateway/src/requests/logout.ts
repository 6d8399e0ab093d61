// Logging out: a command like others, after whose answer the connection ends.
import { dismiss } from '../connection/parting.ts'
import { admitCommand } from './admission.ts'
import { submitRequest } from './command-request.ts'
import type { Handler } from './request.ts'

export const logout: Handler<'logout'> = {
  admit: admitCommand,
  handle(request, said) {
    const { context, connection } = request
    submitRequest(request, said, () => dismiss(context, connection, { code: 'LOGGED_OUT', detail: 'by this device' }))
  },
}
