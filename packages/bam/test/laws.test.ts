import { testClaims } from '@engram/law/vitest'
import { claims } from '../src/laws/index.js'

testClaims(claims)
