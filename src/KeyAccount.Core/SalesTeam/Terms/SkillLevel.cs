using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.SalesTeam;

/// <summary>The level to which somebody masters a competence.</summary>
/// <remarks>A LibraryDefault.</remarks>
[JsonConverter(typeof(TermJsonConverter<SkillLevel>))]
public sealed class SkillLevel : OrderedTerm<SkillLevel>
{
    /// <summary>Knows the basics; value 1.</summary>
    public static readonly SkillLevel Novice = new(1);
    /// <summary>Does it with help; value 2.</summary>
    public static readonly SkillLevel Assisted = new(2);
    /// <summary>Does it alone in ordinary cases; value 3.</summary>
    public static readonly SkillLevel Independent = new(3);
    /// <summary>Does it in difficult cases as well; value 4.</summary>
    public static readonly SkillLevel Proficient = new(4);
    /// <summary>Teaches it to others; value 5.</summary>
    public static readonly SkillLevel Expert = new(5);

    private SkillLevel(int value, [CallerMemberName] string name = "") : base(name, value) { }

    /// <inheritdoc/>
    public override TermDirection Direction => TermDirection.HighestIsBest;
}
