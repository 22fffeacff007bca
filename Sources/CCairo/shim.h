// Cairo, which turns recorded canvas commands into pixels, and FreeType for the fonts it draws with.
#pragma once
#include <cairo.h>
#include <cairo-ft.h>
#include FT_TRUETYPE_TABLES_H
