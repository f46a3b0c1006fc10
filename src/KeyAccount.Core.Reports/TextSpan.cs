namespace KeyAccount.Core.Reports;

/// <summary>A piece of a line, in one style.</summary>
/// <param name="Text">The text, safe to show: it cannot control a terminal or change the direction of what follows.</param>
/// <param name="Style">The style of the text.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record TextSpan(string Text, TextStyle Style);
