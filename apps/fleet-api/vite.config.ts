import { defaultServerConditions, defineConfig } from 'vite';

export default defineConfig({
  // All that it runs in a few files, since a start spends most of its time on finding and opening hundreds.
  ssr: { noExternal: true, resolve: { conditions: ['source', ...defaultServerConditions] } },
  build: {
    ssr: true,
    outDir: 'dist',
    // The built page lies there as well.
    emptyOutDir: false,
    target: 'node20',
    // Names stay legible in the stack traces of the log.
    minify: false,
    sourcemap: true,
    rolldownOptions: {
      input: { main: 'src/main.ts', doctor: 'src/doctor/main.ts' },
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: '[name].js',
        // What several of them need is one file more, not one for each set of them.
        codeSplitting: { groups: [{ name: 'shared', minShareCount: 2 }] },
      },
    },
  },
});
