import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const DEBIAN = '/usr/lib/postgresql';
/** Whom PostgreSQL runs as where this runs as root, which it refuses. */
const USER = 'postgres';

/** A PostgreSQL of its own, in a folder that is thrown away, on a socket and no port. */
export interface Cluster {
  /** Takes a folder to work in and SQL, with psql’s own commands; gives what psql prints, cells between bars. */
  psql(folder: string, sql: string): string;
  stop(): void;
}

/** Gives the folder of PostgreSQL’s programs, the latest version’s; null where there are none. */
export function postgresql(): string | null {
  const versions = existsSync(DEBIAN)
    ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a))
    : [];
  const found = versions.map((version) => join(DEBIAN, version, 'bin'));
  return found.find((bin) => existsSync(join(bin, 'initdb'))) ?? null;
}

/** Takes the folder of the programs; starts a new cluster. */
export function startCluster(bin: string): Cluster {
  const isRoot = process.getuid?.() === 0;
  const folder = mkdtempSync(join(tmpdir(), 'quarterlight-postgresql-'));
  if (isRoot) execFileSync('chown', [USER, folder]);
  chmodSync(folder, 0o755);
  const place = join(folder, 'cluster');
  const as = (program: string, args: readonly string[]) => {
    const command = [join(bin, program), ...args];
    const [first = '', ...rest] = isRoot ? ['runuser', '-u', USER, '--', ...command] : command;
    execFileSync(first, rest, { cwd: folder, stdio: 'pipe' });
  };
  as('initdb', ['-D', place, '-A', 'trust', '-U', USER, '--encoding', 'UTF8', '--no-sync']);
  const options = `-c listen_addresses='' -c unix_socket_directories='${folder}' -c fsync=off`;
  // Started with no pipe of ours held: it goes on when the command has ended.
  as('pg_ctl', ['-D', place, '-l', join(folder, 'log'), '-o', options, '-w', 'start']);
  return {
    psql: (from, sql) =>
      execFileSync(
        join(bin, 'psql'),
        [
          '-h',
          folder,
          '-U',
          USER,
          '-d',
          'postgres',
          '-X',
          '-q',
          '-A',
          '-t',
          '-F',
          '|',
          '-v',
          'ON_ERROR_STOP=1',
        ],
        { cwd: from, input: sql, encoding: 'utf8', stdio: ['pipe', 'pipe', 'pipe'] },
      ),
    stop: () => {
      as('pg_ctl', ['-D', place, '-m', 'immediate', '-w', 'stop']);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
