// Makes protobufjs read 64-bit fields as numbers: every count, position and time here stays below 2^53. Must be
// evaluated before the generated modules, which take their defaults from this setting when they load.
import $protobuf from 'protobufjs/minimal.js'

;($protobuf.util as { Long: unknown }).Long = undefined
$protobuf.configure()
