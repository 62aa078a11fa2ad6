import { RegistryError } from './errors.ts';
import { EventStream } from './event-stream.ts';

const interrupted = () =>
  new RegistryError('UNAVAILABLE', {
    th: 'อาจพลาดเหตุการณ์บางรายการ โปรดเชื่อมต่อใหม่แล้วโหลดข้อมูลอีกครั้ง',
    en: 'Events may have been missed: connect again and load the records anew.',
  });

/**
 * Hands every event to all current readers. No reader misses one silently: when the source is interrupted or a reader falls too far behind,
 * its stream ends with UNAVAILABLE.
 */
export class FanOut<Event> {
  readonly #streams = new Set<EventStream<Event>>();
  #isInterrupted = false;

  /** How many listen. */
  get size(): number {
    return this.#streams.size;
  }

  listen(): AsyncIterableIterator<Event> {
    if (this.#isInterrupted) throw interrupted();
    const stream = new EventStream<Event>(() => this.#streams.delete(stream), interrupted);
    this.#streams.add(stream);
    return stream;
  }

  publish(event: Event): void {
    for (const stream of this.#streams) stream.push(event);
  }

  interrupt(): void {
    this.#isInterrupted = true;
    for (const stream of this.#streams) stream.end(interrupted());
  }

  resume(): void {
    this.#isInterrupted = false;
  }
}
