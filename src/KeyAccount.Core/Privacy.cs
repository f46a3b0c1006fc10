using System.Text.Json.Serialization;

namespace KeyAccount.Core;

/// <summary>The person a fact is about, and how the fact is treated in a redacted portfolio (<see cref="Reviews.Redaction"/>).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Privacy>))]
public enum Privacy
{
    /// <summary>About no person: kept, without the names of people that it contains.</summary>
    NotPersonal = 0,

    /// <summary>The name of a person: replaced by a pseudonym.</summary>
    PersonName,

    /// <summary>The id of a person in an account: replaced by the pseudonym of that person.</summary>
    PersonId,

    /// <summary>The name or the id of an account: replaced if that is asked for, or if it contains the name of a person.</summary>
    AccountName,

    /// <summary>Free text that may say anything about a person: replaced entirely.</summary>
    PersonalNote,

    /// <summary>A fact about a person, such as the role in the decision: kept, under the pseudonym of the person.</summary>
    Personal,

    /// <summary>A sensitive fact about a person that is shown only on request, such as the personality style: left out.</summary>
    Confidential,

    /// <summary>A code from a list that is the same for everybody, such as a currency or the id of a rule: kept as it is, even if a person
    /// or account has the same name.</summary>
    Code,
}
