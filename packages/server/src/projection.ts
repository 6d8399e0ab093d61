// What the projector does and every rebuild does again.
import type { SkeinEvent } from '@skein/contracts'
import { logEpochOf } from '@skein/contracts'
import type { Change } from '@skein/projections'
import { project } from '@skein/projections'
import type { Projection } from '@skein/runtime'

export const projection: Projection<SkeinEvent, Change> = { project: (event, position) => project({ event, position }), logEpochOf }
