using System.Text.Json.Nodes;

namespace KeyAccount.Core.Reviews;

/// <summary>A step from one version of a file to the next. Each function changes the object that it is given, and gets nothing
/// else.</summary>
/// <param name="Head">Changes the file without its accounts, which it must not touch; null if nothing changes there.</param>
/// <param name="Account">Changes one account; null if nothing changes there.</param>
/// <remarks>Not a value that JSON keeps: it holds functions. Immutable; equal when both functions are the same.
/// They should be pure: a file is upgraded each time it is read.</remarks>
public sealed record FileMigration(Action<JsonObject>? Head = null, Action<JsonObject>? Account = null)
{
    /// <summary>The property without which <see cref="Account"/> changes nothing; null if it may change any account.</summary>
    internal string? AccountMember { get; init; }
}
