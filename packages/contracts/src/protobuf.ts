// The protobuf messages of client packets (`wire`) and of the node link (`link`), under short names.
import './protobuf-settings.ts'
import { skein as linkRoot } from './generated/link.js'
import { skein as wireRoot } from './generated/wire.js'

export const wire = wireRoot.wire.v1
export const link = linkRoot.link.v1

export type { skein as WireTypes } from './generated/wire.js'
