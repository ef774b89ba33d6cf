// The program as anybody starts it, with no driver: scripts run in its page (steps.js and one's own), and it ends with
// their report.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder that is a person's home, for as many runs as a test needs. */
export class Home {
  readonly folder = mkdtempSync(join(tmpdir(), 'bonafide-home-'));

  constructor() {
    mkdirSync(join(this.folder, 'run'), { mode: 0o700 });
  }

  /** Every folder that a program may take for its own lies in here. */
  get environment(): NodeJS.ProcessEnv {
    const within = (name: string) => join(this.folder, name);
    return {
      ...process.env,
      HOME: this.folder,
      XDG_RUNTIME_DIR: within('run'),
      XDG_CONFIG_HOME: within('config'),
      XDG_DATA_HOME: within('data'),
      XDG_CACHE_HOME: within('cache'),
      TMPDIR: this.folder,
    };
  }

  /** Starts the program; `globals` are there for the scripts, which are files of this folder. */
  start(scripts: string[], globals: Record<string, unknown> = {}, words: string[] = [], more: NodeJS.ProcessEnv = {}): Run {
    const lines = Object.entries(globals).map(([name, value]) => `globalThis.${name} = ${JSON.stringify(value)};`);
    const told = join(this.folder, 'globals.js');
    writeFileSync(told, lines.join('\n'));
    const report = join(this.folder, 'report');
    rmSync(report, { force: true });
    const files = [told, ...['steps.js', ...scripts].map((name) => join(__dirname, name))];
    const program = spawn(process.env.BONAFIDE_WINDOW!, words, {
      detached: true,
      stdio: 'ignore',
      env: { ...this.environment, BONAFIDE_TEST_WALK: files.join(':'), BONAFIDE_TEST_REPORT: report, ...more },
    });
    return new Run(program, report);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export class Run {
  constructor(
    readonly program: ChildProcess,
    private readonly report: string,
  ) {}

  /** What the scripts noted, once the program has ended by itself. */
  async noted(patience = 90_000): Promise<string[]> {
    const { program } = this;
    try {
      await new Promise<void>((ended, failed) => {
        if (program.exitCode !== null) ended();
        program.once('exit', () => ended());
        setTimeout(() => failed(new Error(`the program did not end in ${patience / 1000} s`)), patience);
      });
    } finally {
      this.kill();
    }
    const [first, ...seen] = readFileSync(this.report, 'utf8').trim().split('\n');
    if (first !== 'walked') throw new Error(`the scripts stopped short: ${first}`);
    return seen;
  }

  kill(): void {
    try {
      process.kill(-this.program.pid!, 'SIGKILL');
    } catch {
      // It has ended already.
    }
  }
}
