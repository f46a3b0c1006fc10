using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Loyalty;

/// <summary>Why we cannot sell a category to a unit of the customer.</summary>
/// <remarks>LibraryDefault.</remarks>
[JsonConverter(typeof(TermJsonConverter<SpaceBlock>))]
public sealed class SpaceBlock : OpenTerm<SpaceBlock>, IOpenTerm<SpaceBlock>
{
    /// <summary>We do not offer it; value 1.</summary>
    public static readonly SpaceBlock NotOffered = new(1);
    /// <summary>A contract binds the customer to somebody else; value 2.</summary>
    public static readonly SpaceBlock Contract = new(2);
    /// <summary>We are not approved as its supplier; value 3.</summary>
    public static readonly SpaceBlock NotApproved = new(3);
    /// <summary>A rule forbids it: export control, a conflict of interest, exclusivity towards another customer; value 4.</summary>
    public static readonly SpaceBlock Forbidden = new(4);
    /// <summary>The customer makes it itself; value 5.</summary>
    public static readonly SpaceBlock InHouse = new(5);

    private SpaceBlock(int value, [CallerMemberName] string name = "") : base(name, value) { }

    static SpaceBlock IOpenTerm<SpaceBlock>.Create(string name, int value) => new(value, name);
}
