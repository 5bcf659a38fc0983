#!/usr/bin/env bash
# Builds the desk's application image for this system in dist/: a folder with its own Java runtime, nothing to install.
# Called by `./docket package` after the build: desk.sh ROOT JAVA_HOME
set -euo pipefail
root=$1 java_home=$2
version=$(sed -n 's:^  <version>\([0-9.]*\).*</version>:\1:p' "$root/pom.xml" | head -n 1)
work=$root/.docket-build/desk-image
rm -rf "$work" "$root/dist/Docket"
mkdir -p "$work/jars" "$work/modules" "$root/dist"

# JavaFX goes into the image's runtime as modules, everything else beside the application as jars.
"$java_home/bin/jar" --create --file "$work/jars/docket-desk.jar" -C "$root/review-client/target/classes" .
IFS=:
for entry in $(<"$root/review-client/target/runtime.classpath"); do
  if [ -d "$entry" ]; then
    module=$(basename "$(dirname "$(dirname "$entry")")")
    "$java_home/bin/jar" --create --file "$work/jars/docket-$module.jar" -C "$entry" .
    continue
  fi
  case ${entry##*/} in
    javafx-*-linux*.jar | javafx-*-mac*.jar | javafx-*-win*.jar | jdk-jsobject-*.jar) cp "$entry" "$work/modules/" ;;
    javafx-*.jar) ;; # the empty jars that only name the ones above
    *) cp "$entry" "$work/jars/" ;;
  esac
done
unset IFS

"$java_home/bin/jpackage" --type app-image --name Docket --app-version "$version" --dest "$root/dist" \
  --description "The moderator's desk of Docket" \
  --input "$work/jars" --main-jar docket-desk.jar --main-class dev.docket.client.Desk \
  --module-path "$work/modules" \
  --add-modules javafx.controls,javafx.fxml,javafx.web,javafx.swing,java.net.http,java.naming,java.sql,jdk.crypto.ec,jdk.unsupported \
  --jlink-options "--strip-debug --no-header-files --no-man-pages --compress zip-6" \
  --java-options "--enable-native-access=ALL-UNNAMED,javafx.graphics,javafx.web,javafx.media" --java-options -Xmx512m
rm -rf "$work"
echo "The desk: dist/Docket ($(du -sh "$root/dist/Docket" | cut -f1))"
