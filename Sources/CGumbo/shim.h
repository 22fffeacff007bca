// Gumbo, an HTML parser by the WHATWG algorithm.
#pragma once
#include <gumbo.h>
