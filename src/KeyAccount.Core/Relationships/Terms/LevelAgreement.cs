using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Relationships;

/// <summary>Whether the two judgements of one person are consistent: key relationship level and level on the ladder.</summary>
/// <remarks>LibraryDefault: the source documents keep the two apart and say nothing of how they meet.</remarks>
[JsonConverter(typeof(TermJsonConverter<LevelAgreement>))]
public sealed class LevelAgreement : Term<LevelAgreement>
{
    /// <summary>Both can be true at once; value 1.</summary>
    public static readonly LevelAgreement Consistent = new(1);
    /// <summary>The key level is higher than the ladder level supports; value 2.</summary>
    public static readonly LevelAgreement KeyAboveLadder = new(2);
    /// <summary>The key level is lower than the ladder level suggests; value 3.</summary>
    public static readonly LevelAgreement KeyBelowLadder = new(3);
    /// <summary>One of the two is not known; value 4.</summary>
    public static readonly LevelAgreement Unknown = new(4);

    private LevelAgreement(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
