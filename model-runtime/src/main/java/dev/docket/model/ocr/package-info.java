/// Text in pictures: found, read line by line, and put in order.
@NullMarked
package dev.docket.model.ocr;

import org.jspecify.annotations.NullMarked;
