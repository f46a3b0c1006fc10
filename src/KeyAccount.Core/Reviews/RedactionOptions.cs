using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Reviews;

/// <summary>The options for replacing more than the names of people in a redacted portfolio.</summary>
/// <remarks>Not a value that JSON keeps: it holds a secret. Immutable; two options are equal if all parts are; keys are equal only if they
/// are the same memory.</remarks>
public sealed record RedactionOptions
{
    /// <summary>Whether accounts get pseudonyms as well. The name of a company is not personal, but that of a sole trader is. An account
    /// whose name contains that of a known person always gets a pseudonym.</summary>
    public bool Accounts { get; init; }

    /// <summary>Whether confidential facts (<see cref="Privacy.Confidential"/>) are kept; by default they are left out.</summary>
    public bool KeepsConfidential { get; init; }

    /// <summary>The language of the pseudonyms, as a BCP 47 tag.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public string Language { get; init => field = Guard.NotNull(value); } = Terms.Language.English;

    /// <summary>A secret of at least 16 bytes from which pseudonyms are made: a person has the same pseudonym in every portfolio that is
    /// redacted with it. Empty by default: people are numbered in the order of the file, and nothing links two portfolios.</summary>
    /// <exception cref="ArgumentException">The key is shorter than 16 bytes and not empty.</exception>
    public ReadOnlyMemory<byte> Key
    {
        get;
        init => field = value.Length is 0 or >= 16 ? value : throw new ArgumentException(
            $"Key has {value.Length} bytes; it must have at least 16, or none.", nameof(Key));
    }
}
