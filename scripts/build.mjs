// `npm run build`: the public pages, ready to be served.
import { ensureBuild, ensureDependencies } from './lib/bootstrap.mjs';

ensureDependencies();
ensureBuild({ quiet: false });
