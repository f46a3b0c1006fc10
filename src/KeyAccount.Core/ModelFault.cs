namespace KeyAccount.Core;

/// <summary>A fault of a model, with its place.</summary>
/// <param name="Path">The place, such as <c>criteria["margin"].weight</c>.</param>
/// <param name="Message">What is wrong, with the value and the allowed range, such as <c>-3 is negative</c>.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record ModelFault(string Path, string Message)
{
    /// <summary>The id of the account concerned; null if the fault concerns none. The path names only its index.</summary>
    public string? AccountId { get; init; }

    /// <summary>The same fault of a part, with the path of the whole.</summary>
    internal ModelFault Under(string path) =>
        this with { Path = Path == "$" ? path : Path.StartsWith('[') ? path + Path : $"{path}.{Path}" };

    /// <summary>Path and message in one line.</summary>
    /// <returns>The line.</returns>
    public override string ToString() => $"{Path}: {Message}";
}
