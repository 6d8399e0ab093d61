// How protobufjs reads and writes here: 64-bit fields as numbers, since every count, position and time stays below 2^53; and
// into buffers that most packets fit, since from the library's own 128 bytes a push grows and is copied three times. Must be
// evaluated before the generated modules, which take their defaults from these settings when they load.
import $protobuf from 'protobufjs/minimal.js'

const packetBytesMostly = 1024

;($protobuf.util as { Long: unknown }).Long = undefined
;($protobuf.Writer as unknown as { initialBufferSize: number }).initialBufferSize = packetBytesMostly
$protobuf.configure()
