// Where things are in this repository: the descriptions of the servers, and the git-ignored directories that hold them and their data.

import { resolve } from 'node:path'

export const repositoryDir = resolve(import.meta.dirname, '../../..')
export const infraDir = `${repositoryDir}/infra`
export const kafkaLogConfig = `${infraDir}/kafka/log4j2.properties`
/** Downloaded servers; shared by every stack of this work tree. */
export const serversHome = `${repositoryDir}/.skein/servers`
/** Data and state of the stack that `make up` starts. */
export const stackDir = `${repositoryDir}/.skein/stack`
