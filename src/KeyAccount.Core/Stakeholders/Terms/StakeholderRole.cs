using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Stakeholders;

/// <summary>The role of a person in a decision.</summary>
/// <remarks>Source: 《B2B 大客户开发与管理》 (三大关键客户角色). Webster &amp; Wind 1972 call the whole of them the buying centre.</remarks>
[JsonConverter(typeof(TermJsonConverter<StakeholderRole>))]
public sealed class StakeholderRole : Term<StakeholderRole>
{
    /// <summary>Key decision maker (关键决策者): decides; value 1.</summary>
    public static readonly StakeholderRole KDM = new(1);
    /// <summary>Key influencer (关键影响者): is heard by those who decide; value 2.</summary>
    public static readonly StakeholderRole KI = new(2);
    /// <summary>Key user (关键使用者): works with what is bought; value 3.</summary>
    public static readonly StakeholderRole KU = new(3);

    /// <summary>How to recognise a person in this role. Provenance: <c>LibraryDefault</c>; 《B2B 大客户开发与管理》 asks how and names no way
    /// (的识别与客户关系推进策略).</summary>
    public Text HowToRecognise => TextTable.Library[$"Stakeholders.StakeholderRole.{Name}.Recognise"];

    /// <summary>How to move the relationship with a person in this role forward. Provenance: <c>LibraryDefault</c>, as
    /// before.</summary>
    public Text HowToMove => TextTable.Library[$"Stakeholders.StakeholderRole.{Name}.Move"];

    private StakeholderRole(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
