/** Range checks for the edges of the library, so that every refusal reads alike. Not exported. Depends on the JDK alone. */
package io.paceline.check;
