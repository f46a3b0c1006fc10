using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.SalesTeam;

/// <summary>A component of capability that can be passed on.</summary>
/// <remarks>Source: 《B2B 大客户开发与管理》, attitude, knowledge and skill.</remarks>
[JsonConverter(typeof(TermJsonConverter<CompetenceKind>))]
public sealed class CompetenceKind : Term<CompetenceKind>
{
    /// <summary>What somebody wants; it is shown by example and discussed; value 1.</summary>
    public static readonly CompetenceKind Attitude = new(1);
    /// <summary>What somebody knows; it is taught and tested; value 2.</summary>
    public static readonly CompetenceKind Knowledge = new(2);
    /// <summary>What somebody can do; it is practised and corrected; value 3.</summary>
    public static readonly CompetenceKind Skill = new(3);

    private CompetenceKind(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
