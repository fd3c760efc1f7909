import { reactRouter } from '@react-router/dev/vite';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [reactRouter()],
  build: {
    // Our Content-Security-Policy knows no `data:`: every font and picture is a file of its own.
    assetsInlineLimit: 0,
  },
});
