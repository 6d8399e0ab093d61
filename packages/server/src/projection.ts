// What the projector does and every rebuild does again.
import type { SkeinEvent } from '@skein/contracts'
import type { Changes, ViewCell } from '@skein/projections'
import { foldBatch } from '@skein/projections'
import type { Projection } from '@skein/runtime'

export const projection: Projection<SkeinEvent, ViewCell, Changes> = { fold: foldBatch }
