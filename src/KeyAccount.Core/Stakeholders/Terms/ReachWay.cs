using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Stakeholders;

/// <summary>A way to meet a person who is hard to reach.</summary>
/// <remarks>《客户关系拓展与管理》 announces it (如何接近难以接近的客户) and names no way; these five are a <c>LibraryDefault</c>.</remarks>
[JsonConverter(typeof(TermJsonConverter<ReachWay>))]
public sealed class ReachWay : Term<ReachWay>
{
    /// <summary>Be introduced by a supporter who is close to the person; value 1.</summary>
    public static readonly ReachWay Introduction = new(1);
    /// <summary>Send somebody of the same rank; value 2.</summary>
    public static readonly ReachWay SameRank = new(2);
    /// <summary>Bring something on a topic that interests the person; value 3.</summary>
    public static readonly ReachWay OwnMatter = new(3);
    /// <summary>Meet at an event that the person attends anyway; value 4.</summary>
    public static readonly ReachWay Event = new(4);
    /// <summary>Win the people around the person first; value 5.</summary>
    public static readonly ReachWay PeopleAround = new(5);

    private ReachWay(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
