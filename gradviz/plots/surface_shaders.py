"""What the graphics card runs for the surface: GLSL 1.20, which every desktop OpenGL 2.1 has."""

from __future__ import annotations

from typing import Final

SURFACE_VERTEX: Final = """#version 120
uniform mat4 u_matrix;
uniform float u_height;
attribute vec3 a_place;
attribute vec2 a_slope;
attribute vec2 a_lines;
attribute vec3 a_colour;
varying vec3 v_normal;
varying vec3 v_colour;
varying vec2 v_lines;
varying float v_level;
void main() {
    v_normal = vec3(-a_slope * u_height, 1.0);
    v_colour = a_colour;
    v_lines = a_lines;
    v_level = a_place.z;
    gl_Position = u_matrix * vec4(a_place, 1.0);
}
"""

# The lines of the mesh are drawn here and not as lines: smooth at any slope, and in no quarrel
# with the surface about depth. They fade where they would be closer than a few pixels, and have an
# ink of their own on colours that are dark (WCAG 2).
SURFACE_FRAGMENT: Final = """#version 120
uniform vec3 u_light;
uniform vec2 u_shading;
uniform vec4 u_ink;
uniform vec4 u_darkink;
uniform float u_width;
varying vec3 v_normal;
varying vec3 v_colour;
varying vec2 v_lines;
varying float v_level;
void main() {
    if (v_level < -0.0005 || v_level > 1.0005) discard;
    vec3 normal = normalize(v_normal);
    float lit = dot(gl_FrontFacing ? normal : -normal, u_light);
    vec3 colour = v_colour * (u_shading.x + u_shading.y * (0.5 + 0.5 * lit));
    vec2 fineness = fwidth(v_lines);
    vec2 away = (0.5 - abs(fract(v_lines) - 0.5)) / max(fineness, vec2(1e-6));
    vec2 line = 1.0 - smoothstep(u_width * 0.5 - 0.5, u_width * 0.5 + 0.5, away);
    line *= 1.0 - smoothstep(0.12, 0.4, fineness);
    float luminance = dot(pow(v_colour, vec3(2.2)), vec3(0.2126, 0.7152, 0.0722));
    vec4 ink = luminance < 0.18 ? u_darkink : u_ink;
    gl_FragColor = vec4(mix(colour, ink.rgb, ink.a * max(line.x, line.y)), 1.0);
}
"""

# A piece of line is a rectangle that faces the eye, as wide as the line and its soft edge. It lies
# a little before the surface; well behind it where the surface is seen from below, for at a slant
# the line would stick out of it.
LINE_VERTEX: Final = """#version 120
uniform mat4 u_matrix;
uniform vec2 u_size;
uniform float u_reach;
uniform float u_lift;
uniform vec3 u_eye;
attribute vec3 a_start;
attribute vec3 a_end;
attribute vec2 a_slope;
attribute vec2 a_corner;
attribute float a_travel;
varying vec4 v_place;
varying float v_travel;
void main() {
    vec4 start = u_matrix * vec4(a_start, 1.0);
    vec4 end = u_matrix * vec4(a_end, 1.0);
    vec2 from = start.xy / start.w * u_size * 0.5;
    vec2 to = end.xy / end.w * u_size * 0.5;
    float span = length(to - from);
    vec2 ahead = span > 0.0001 ? (to - from) / span : vec2(1.0, 0.0);
    vec4 here = a_corner.x > 0.5 ? end : start;
    float forward = a_corner.x > 0.5 ? u_reach : -u_reach;
    float aside = a_corner.y * u_reach;
    vec2 at = (a_corner.x > 0.5 ? to : from) + ahead * forward + vec2(-ahead.y, ahead.x) * aside;
    float along = a_corner.x > 0.5 ? span + u_reach : -u_reach;
    float above = dot(vec3(-a_slope, 1.0), u_eye - a_start);
    float lift = above > 0.0 ? u_lift : -8.0 * u_lift;
    gl_Position = vec4(at * 2.0 / u_size * here.w, here.z - lift * here.w, here.w);
    v_place = vec4(along, aside, span, 1.0) * here.w;
    v_travel = a_travel;
}
"""

# `v_place` was multiplied by w before and is divided here, so that it runs evenly over the screen.
LINE_FRAGMENT: Final = """#version 120
uniform vec4 u_ink;
uniform float u_width;
uniform float u_round;
uniform vec4 u_dash;
varying vec4 v_place;
varying float v_travel;
void main() {
    vec3 place = v_place.xyz / v_place.w;
    float beyond = max(max(-place.x, place.x - place.z), 0.0);
    if (u_round < 0.5 && beyond > 0.0) discard;
    float away = length(vec2(beyond, place.y));
    float ink = 1.0 - smoothstep(u_width * 0.5 - 0.5, u_width * 0.5 + 0.5, away);
    if (u_dash.w > 0.0) {
        float at = mod(v_travel, u_dash.w);
        if ((at > u_dash.x && at < u_dash.y) || at > u_dash.z) discard;
    }
    ink *= u_ink.a;
    if (ink < 0.004) discard;
    gl_FragColor = vec4(u_ink.rgb * ink, ink);
}
"""
