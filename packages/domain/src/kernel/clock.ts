/** Time comes in from outside, so that rules can be tested on any day. */
export type Clock = () => Date;
