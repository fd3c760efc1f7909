import type { Config } from '@react-router/dev/config';

export default {
  appDirectory: 'src/web',
  buildDirectory: 'build',
  ssr: true,
  // Public pages run no script, so nothing ever asks for the routes lazily.
  routeDiscovery: { mode: 'initial' },
} satisfies Config;
