#!/usr/bin/env bash
# Packs the floor: dist/docket-floor-VERSION.tar.gz holds its jars and a start script; it needs a JDK or JRE 25.
# Called by `./docket package` after the build: floor.sh ROOT JAVA_HOME BUILD, the
# last of which health and training records will name
set -euo pipefail
root=$1 java_home=$2 build=$3
version=$(sed -n 's:^  <version>\(.*\)</version>:\1:p' "$root/pom.xml" | head -n 1)
name=docket-floor-$version
work=$root/.docket-build/$name
rm -rf "$work"
mkdir -p "$work/lib" "$work/bin" "$root/dist"

# A module's folder of classes becomes a jar; a library is copied.
IFS=:
for entry in $root/review-backend/target/classes $(<"$root/review-backend/target/runtime.classpath"); do
  if [ -d "$entry" ]; then
    module=$(basename "$(dirname "$(dirname "$entry")")")
    "$java_home/bin/jar" --create --file "$work/lib/docket-$module.jar" -C "$entry" .
  else
    cp "$entry" "$work/lib/"
  fi
done
unset IFS

sed "s|@build@|$build|" "$root/installer/docket-floor.sh" >"$work/bin/docket-floor"
chmod +x "$work/bin/docket-floor"
cp "$root/LICENSE" "$root/NOTICE" "$root/installer/docket-floor.service" "$work/"
tar -C "$root/.docket-build" -czf "$root/dist/$name.tar.gz" "$name"
rm -rf "$work"
echo "The floor: dist/$name.tar.gz ($(du -h "$root/dist/$name.tar.gz" | cut -f1))"
