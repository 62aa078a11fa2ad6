import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { RegistryError } from '@registry/schema/base/errors.ts';
import { publicViewer } from '@registry/schema/base/viewer.logic.ts';
import { dataVersion } from '@registry/schema/tenancy/data-version.ts';
import { RequestDeadline, withDeadline } from '@registry/schema/tenancy/deadline.ts';
import type { Tenancy } from '@registry/schema/tenancy/tenancy.ts';
import type { Dataset } from './dataset.ts';
import { type Form, writerOf } from './forms.ts';
import { forgetFile, type MadeFile, makeFile } from './made-file.ts';
import { type PublishingAgency, publishedEditions, publishingAgencies } from './published-editions.ts';

/** How long a file may take to be made, and how long somebody waits for it where an older one can be given. */
const MAKING_MS_MAX = 600_000;
const PATIENCE_MS = 5_000;
const AGAIN_SECONDS = 15;

const isBeingMade = () =>
  new RegistryError(
    'UNAVAILABLE',
    {
      th: 'กำลังจัดทำไฟล์ข้อมูลเปิดนี้ โปรดลองใหม่ในอีกสักครู่',
      en: 'This file of open data is being made: try again in a moment.',
    },
    [],
    { refusesRequest: true, retryAfterSeconds: AGAIN_SECONDS },
  );

/** What was published at a moment, and the name of that state. */
type Published = { readonly name: string; readonly agencies: readonly PublishingAgency[] };

type Kept = { readonly of: string; readonly making: Promise<MadeFile>; readonly last: MadeFile | null };

/**
 * The files of open data. Each is made once for what is published, on the disk, and then sent to whoever asks: neither the memory nor the database
 * knows how many people read it. One is made at a time, as the public reads, so that making them takes no more of the database than one reader would.
 */
export class DatasetFiles {
  readonly #tenancy: Tenancy;
  readonly #patienceMs: number;
  readonly #working = new RequestDeadline(Number.POSITIVE_INFINITY);
  readonly #kept = new Map<string, Kept>();
  #folder: Promise<string> | null = null;
  #turn: Promise<unknown> = Promise.resolve();
  #published: { readonly version: string | null; readonly state: Published } | null = null;

  constructor(tenancy: Tenancy, patienceMs = PATIENCE_MS) {
    this.#tenancy = tenancy;
    this.#patienceMs = patienceMs;
  }

  /** The file of a data set with all that is published now, or, while that takes long to make, the one before. */
  async file(dataset: Dataset, form: Form, deadline: RequestDeadline): Promise<MadeFile> {
    const state = await this.#state(deadline);
    const { making, last } = this.#keptFor(dataset, form, state);
    const patience = new RequestDeadline(this.#patienceMs, deadline);
    return withDeadline(making, patience).catch((error: unknown) => {
      if (error !== patience.over) throw error;
      if (last) return last;
      throw isBeingMade();
    });
  }

  /** Stops what is being made, and removes the files. */
  async close(): Promise<void> {
    this.#working.end(isBeingMade());
    await this.#turn;
    if (this.#folder) await rm(await this.#folder, { recursive: true, force: true });
  }

  async #state(deadline: RequestDeadline): Promise<Published> {
    const version = await dataVersion({ viewer: publicViewer, tenancy: this.#tenancy, deadline });
    if (version !== null && this.#published?.version === version) return this.#published.state;
    const agencies = await publishingAgencies({ tenancy: this.#tenancy, deadline });
    const state = { name: createHash('sha256').update(JSON.stringify(agencies)).digest('base64url'), agencies };
    this.#published = { version, state };
    return state;
  }

  #keptFor(dataset: Dataset, form: Form, state: Published): Kept {
    const key = `${dataset.name}.${form}`;
    const kept = this.#kept.get(key);
    if (kept?.of === state.name) return kept;
    const making = this.#turn.then(() => this.#make(dataset, form, state));
    const fresh = { of: state.name, making, last: kept?.last ?? null };
    this.#kept.set(key, fresh);
    this.#turn = making.then(
      (file) => this.#settle(key, fresh, file),
      () => this.#forget(key, fresh),
    );
    return fresh;
  }

  /** A file that is made takes the place of the one before. */
  async #settle(key: string, made: Kept, file: MadeFile): Promise<void> {
    if (made.last) await forgetFile(made.last.plain.path, made.last.gzip.path);
    const now = this.#kept.get(key);
    if (now) this.#kept.set(key, { ...now, last: file });
  }

  /** What could not be made is tried again by the next who asks. */
  #forget(key: string, failed: Kept): void {
    if (this.#kept.get(key) === failed) this.#kept.set(key, { ...failed, of: '' });
  }

  async #make(dataset: Dataset, form: Form, { agencies }: Published): Promise<MadeFile> {
    this.#folder ??= mkdtemp(join(tmpdir(), 'registry-open-data-'));
    const source = { tenancy: this.#tenancy, deadline: new RequestDeadline(MAKING_MS_MAX, this.#working) };
    async function* rows() {
      for await (const edition of publishedEditions(source, agencies, dataset.kind)) yield* dataset.rowsOf(edition);
    }
    return makeFile(await this.#folder, Readable.from(rows()), writerOf(form, dataset));
  }
}
