# What `npm ci && npm start` do, as a user who is not root, on a file system that can be read only but for /data.
# docs/operations.md says how to run it.
FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3978 DATA_DIR=/data/reviews
WORKDIR /app
COPY package.json package-lock.json ./
# Without what only developers need. The scripts' own Node is one of those: the image has the same.
RUN npm ci --omit=dev --ignore-scripts && npm cache clean --force
COPY src ./src
COPY cards ./cards
# Two keys are kept beside the data folder (docs/privacy.md): so that folder is one in the volume, not all of it.
RUN mkdir -p /data/reviews && chown -R node:node /data && chmod 700 /data /data/reviews
USER node
VOLUME /data
EXPOSE 3978
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:'+process.env.PORT+'/healthz').then((r)=>process.exit(r.ok?0:1),()=>process.exit(1))"]
CMD ["node", "src/main.ts"]
