package masthead_test

import (
	"testing"

	"travaux/indexer/masthead"
)

// The line that tells who wrote a document is no part of its title, whoever it is.
func TestOriginOfAnyOffice(t *testing.T) {
	tests := []struct{ name, session, item, title, origin string }{
		{"en", "Sixth session", "Item 2 of the provisional agenda", "Planting of trees", "Note by the Executive Director"},
		{"fr", "Sixième session", "Point 2 de l’ordre du jour provisoire", "Plantation d’arbres", "Note de la Directrice exécutive"},
		{"es", "Sexto período de sesiones", "Tema 2 del programa provisional", "Plantación de árboles", "Nota de la Directora Ejecutiva"},
		{"ru", "Шестая сессия", "Пункт 2 предварительной повестки дня", "Посадка деревьев", "Записка Директора-исполнителя"},
		{"ar", "الدورة السادسة", "البند 2 من جدول الأعمال المؤقت", "زراعة الأشجار", "مذكرة من المدير التنفيذي"},
		{"zh", "第六届会议", "临时议程项目2", "植树", "执行主任的说明"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			m := masthead.Parse(flat("United Nations", "CAC/COSP/2031/2", "Distr.: General", "20 March 2031", "Original: English", tt.session, tt.item, tt.title, tt.origin))
			if m.Title != tt.title {
				t.Errorf("title %q of %q and %q", m.Title, tt.title, tt.origin)
			}
		})
	}
}
