// Node.js learnt zstd with version 22; Debian 12 has 20, and the command.
import { spawnSync } from 'node:child_process';
import { gunzipSync } from 'node:zlib';

function unzstd(bytes) {
  const { status, stdout, stderr, error } = spawnSync('zstd', ['-d', '-c', '-q'], { input: bytes, maxBuffer: 1 << 30 });
  if (error || status !== 0) throw error ?? new Error(`zstd: ${stderr}`);
  return stdout;
}

// The raw bytes of a data block; `tag`: its start tag, `base64`: its text.
export function unpackBlock(tag, base64) {
  const bytes = Buffer.from(base64, 'base64');
  return / data-encoding="zstd"/.test(tag) ? unzstd(bytes) : gunzipSync(bytes);
}
