/** Set by the build: pages over recorded data (`vite build --mode browser`) or over the program. */
declare const __RECORDED__: boolean;
