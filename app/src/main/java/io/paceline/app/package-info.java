/** The paceline command: files in, plans out. */
package io.paceline.app;
