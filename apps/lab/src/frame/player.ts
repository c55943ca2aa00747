/**
 * Strides in time: calls back once a frame with as many strides as have come due.
 */
export class Player {
  readonly #advance: (strides: number) => void
  #request: number | undefined
  #delay = 0
  #due = 0

  constructor(advance: (strides: number) => void) {
    this.#advance = advance
  }

  start(delay: number): void {
    this.stop()
    this.#delay = delay
    this.#due = performance.now()
    this.#request = requestAnimationFrame(this.#tick)
  }

  /** Changes the pace of a run under way. */
  pace(delay: number): void {
    this.#delay = Math.max(delay, 0.01)
  }

  stop(): void {
    if (this.#request !== undefined) cancelAnimationFrame(this.#request)
    this.#request = undefined
  }

  #tick = (): void => {
    const late = performance.now() - this.#due
    this.#request = requestAnimationFrame(this.#tick)
    if (late < 0) return
    const strides = Math.max(1, Math.floor(late / this.#delay))
    this.#due += strides * this.#delay
    this.#advance(strides)
  }
}
