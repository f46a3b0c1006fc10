using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Grading;

/// <summary>The way in which a customer decides.</summary>
/// <remarks>Source: 《开发大客户培训课件》.</remarks>
[JsonConverter(typeof(TermJsonConverter<DecisionMode>))]
public sealed class DecisionMode : Term<DecisionMode>
{
    /// <summary>One person at the top decides; value 1.</summary>
    public static readonly DecisionMode Centralised = new(1);
    /// <summary>Several departments decide together; value 2.</summary>
    public static readonly DecisionMode Distributed = new(2);
    /// <summary>Departments recommend, the top approves; value 3.</summary>
    public static readonly DecisionMode Mixed = new(3);

    private DecisionMode(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
