namespace KeyAccount.Core.Reports;

/// <summary>A piece of a line, of one style.</summary>
/// <param name="Text">The text, safe to show: nothing in it steers a terminal or turns the direction of what follows.</param>
/// <param name="Style">What it is.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record TextSpan(string Text, TextStyle Style);
