import { Ajv2020 } from 'ajv/dist/2020.js'
import { testClaims } from '@engram/law/vitest'
import { claimsWith } from '../src/laws/index.js'

testClaims(claimsWith((schema) => new Ajv2020({ strict: true }).compile(schema)))
