// giflib, which writes animations.
#pragma once
#include <gif_lib.h>
