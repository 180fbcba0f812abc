import { defaultServerConditions, defineConfig } from 'vite';

export default defineConfig({
  // One file: a command that looks through folders for its parts is felt in every loop of a script.
  ssr: { noExternal: true, resolve: { conditions: ['source', ...defaultServerConditions] } },
  build: {
    ssr: 'src/main.ts',
    outDir: 'dist',
    target: 'node20',
    minify: true,
    rolldownOptions: { output: { entryFileNames: '[name].js', codeSplitting: false } },
  },
});
