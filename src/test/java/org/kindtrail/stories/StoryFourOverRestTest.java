package org.kindtrail.stories;

import org.kindtrail.testing.HouseTest;

/** Every step of the story by the doors for programs. */
@HouseTest
class StoryFourOverRestTest extends StoryFour {}
