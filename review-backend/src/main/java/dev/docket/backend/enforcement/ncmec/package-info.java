/// Reports to the CyberTipline of the National Center for Missing & Exploited Children, prepared for a person to file.
@NullMarked
package dev.docket.backend.enforcement.ncmec;

import org.jspecify.annotations.NullMarked;
