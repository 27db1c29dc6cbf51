// Bundles what the page's template takes in: one script, one style sheet.
// Usage: node bundle.mjs NODE-FOLDER script MAIN READER OUT
//        node bundle.mjs NODE-FOLDER style OUT CSS…
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

const [node_folder, kind, ...rest] = process.argv.slice(2);
// The packages live in .deps/node, where an import from this file would not look.
const esbuild = createRequire(resolve(node_folder, 'package.json'))('esbuild');

// web/ imports the program's module as a neighbour; it is made by the build, somewhere else.
const reader_module = (reader) => ({
    name: 'reader',
    setup(build) {
        build.onResolve({ filter: /^\.\/reader\.mjs$/ }, () => ({ path: resolve(reader) }));
    },
});

async function bundle_script(main, reader, out) {
    await esbuild.build({
        entryPoints: [main],
        outfile: out,
        bundle: true,
        format: 'iife',
        minify: true,
        target: 'es2022',
        charset: 'utf8',
        legalComments: 'none',
        logLevel: 'warning',
        plugins: [reader_module(reader)],
        // An inline script has no address of its own; the program's bytes are handed to it anyway.
        define: { 'import.meta.url': 'document.baseURI' },
        external: ['node:*', 'module', 'fs', 'path', 'url', 'ws', 'crypto', 'worker_threads'],
    });
}

async function bundle_style(out, files) {
    const css = files.map((file) => readFileSync(file, 'utf8')).join('\n');
    const { code } = await esbuild.transform(css, { loader: 'css', minify: true, charset: 'utf8', legalComments: 'none' });
    writeFileSync(out, code);
}

try {
    if (kind === 'script') await bundle_script(...rest);
    else if (kind === 'style') await bundle_style(rest[0], rest.slice(1));
    else throw new Error(`unknown kind '${kind}', expected script or style`);
} catch (error) {
    if (!error.errors) console.error(`bundle: ${error.message}`); // esbuild has printed its own, with places
    process.exit(1);
}
