# Deployment example, untested: no check of ours builds this image. See docs/ for installing without containers.
FROM python:3.12-slim AS build
WORKDIR /src
COPY requirements requirements
RUN python -m venv /opt/zaakwerk \
    && /opt/zaakwerk/bin/pip install --no-cache-dir --require-hashes -r requirements/base.txt
COPY . .
# The environment of development makes the style sheets and translations that the wheel must hold.
RUN scripts/setup.sh \
    && .venv/bin/pip wheel --no-deps --no-build-isolation -w /wheel . \
    && /opt/zaakwerk/bin/pip install --no-cache-dir --no-deps /wheel/*.whl

FROM python:3.12-slim
COPY --from=build /opt/zaakwerk /opt/zaakwerk
RUN useradd --system --uid 10001 zaakwerk && install -d -o zaakwerk -m 0750 /data
USER zaakwerk
ENV PATH=/opt/zaakwerk/bin:$PATH ZAAKWERK_DATA_DIR=/data
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s CMD \
    ["python", "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:8000/health/ready', timeout=4)"]
ENTRYPOINT ["zaakwerk"]
CMD ["serve", "--host", "0.0.0.0"]
